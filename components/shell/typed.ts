/** Whether a form control holds something that the page did not come with. */
function isChanged(control: Element): boolean {
  if (control instanceof HTMLInputElement) {
    if (control.type === 'hidden') return false
    return control.type === 'radio' || control.type === 'checkbox' ? control.checked !== control.defaultChecked : control.value !== control.defaultValue
  }
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue
  if (control instanceof HTMLSelectElement) {
    const options = [...control.options]
    const start = options.find((option) => option.defaultSelected) ?? options[0]
    return start !== undefined && !start.selected
  }
  return false
}

export const somethingTyped = (within: ParentNode = document): boolean =>
  [...within.querySelectorAll('input,textarea,select')].some(isChanged)

/** Sends every changed form as a draft, so that a session that ends takes nothing with it. */
export async function keepTyped(): Promise<void> {
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-act]')].filter((form) => somethingTyped(form))
  await Promise.allSettled(forms.map((form) => {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    body.set('intent', 'save-draft')
    return fetch(form.action, { method: 'POST', body, credentials: 'same-origin', redirect: 'manual' })
  }))
}
