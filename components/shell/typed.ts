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

/** Sends every changed form as a draft, so that a session that ends takes nothing with it. Gives where the first of them lies; null when nothing was typed. */
export async function keepTyped(): Promise<string | null> {
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-act]')].filter((form) => somethingTyped(form))
  const places = await Promise.all(forms.map(async (form) => {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    body.set('intent', 'save-draft')
    const answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin', headers: { accept: 'application/json' } }).catch(() => null)
    const kept: unknown = answer?.ok === true ? await answer.json().catch(() => null) : null
    return typeof kept === 'object' && kept !== null && 'at' in kept && typeof kept.at === 'string' ? kept.at : null
  }))
  return places.find((at) => at !== null) ?? null
}
