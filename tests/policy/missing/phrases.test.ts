import { expect, it } from 'vitest'
import { onlyRejectedReason } from '@/lib/policy/missing/phrases'

const NO_REASON = [
  'streetwise', 'Streetwise and able to take care of themselves', 'She is street-wise.', 'street wise', 'streetsmart', 'able to look after herself', 'He can look after himself', 'Well able to take care of herself, very mature for her age',
  'knows how to look after herself', 'can fend for herself', 'looks after herself', 'Can take care of self', 'Streetwise young person who can handle herself', 'streetwise & savvy', 'Independent and resilient', '16 and streetwise', 'very confident girl, streetwise',
  'not out of character', 'Not out of character for her', 'regular, not out of character', 'isn’t out of character', 'in character', 'This is her normal behaviour', 'Usual pattern for this child', 'it is nothing new', 'not unusual for him',
  'habit', 'habitual', 'regular misper', 'frequently goes missing', 'often missing', 'goes missing all the time, streetwise', 'She has done it before', "she's done this before", 'Does this regularly', 'happens every weekend', '22 previous episodes', 'child is known to go missing', 'lifestyle choice', 'attention seeking',
  'always comes back', 'She always comes back on her own', 'Usually returns of her own accord', 'She will be back in the morning', 'will come home when she is hungry', 'Care home staff say she is streetwise', 'Mother says that she is streetwise', 'No concerns, she always returns', 'has gone missing before and come back safely', 'knows how to keep safe, streetwise', 'nearly 18', 'normally back within hours', 'same old', 'it is a pattern of behaviour', 'does it for attention', 'Streetwise; no apparent risk', 'graded medium as streetwise',
]
const REASONS = [
  'Streetwise; spoken to by telephone at 21:10, at her aunt in Croydon', 'Not out of character, but seen by a neighbour at 20:15 going to football', 'With his brother, who called', 'At grandmother’s address, confirmed by police',
  'Able to look after himself: has money, phone and travel card; last seen at the cinema with school friends', 'argument with mother, walked out to her sister', 'Streetwise, with his father', 'she always goes to her sister in Hackney and returns', 'no known risks; intelligence checked, no flags', 'low risk', 'medication taken this morning', '',
]

it.each(NO_REASON)('is no reason by itself: %s', (said) => expect(onlyRejectedReason(said)).not.toBeNull())
it.each(REASONS)('states something, or says nothing of the kind: %s', (said) => expect(onlyRejectedReason(said)).toBeNull())
it('not given is not known', () => expect(onlyRejectedReason(null)).toBeNull())
it('is quick on whatever is typed', () => {
  const long = 'she will always be back home soon and '.repeat(100)
  expect(onlyRejectedReason(long)).not.toBeNull()
})
