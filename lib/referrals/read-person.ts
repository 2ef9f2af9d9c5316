import type { FormValues } from '@/lib/forms/form-values'

const PERSON_FIELDS = ['personId', 'givenName', 'familyName', 'description', 'sex', 'address', 'postcode', 'telephone', 'lookedAfter', 'relationship', 'livesWith', 'kin', 'grown'] as const

/** A person of a form, as `personInput` takes it: a row of a list, or a group of its own. `role` also reads what an adult is to the child. */
export function readPerson(values: FormValues, role?: string): Record<string, unknown> {
  return {
    ...Object.fromEntries(PERSON_FIELDS.map((name) => [name, values.text(name)])), personId: blankIsNull(values.text('personId')), age: blankIsNull(values.text('age')), unborn: values.all('unborn').includes('yes'),
    bornOn: values.date('bornOn', 'The date of birth') ?? null, ...(role === undefined ? {} : { role: values.text('role') }),
  }
}

const blankIsNull = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text)
