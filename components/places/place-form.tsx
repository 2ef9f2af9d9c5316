import type { PlaceLinkView, PlaceView } from '@/lib/places/view'
import { BOROUGH_WORDS } from '@/lib/wording/boroughs'
import { PLACE_KIND_WORDS, PLACE_WHY_WORDS } from '@/lib/wording/places'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../ui/act-form'
import { Button, Buttons, LinkButton } from '../ui/button'
import { Checkboxes } from '../ui/checkboxes'
import { DateField, DateTimeField } from '../ui/date-time-field'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Radios } from '../ui/radios'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'

/** A new place, or what is on record of one, to be changed. */
export function PlaceForm({ place, draft, borough }: { readonly place: PlaceView | null; readonly draft: FormDraft | null; readonly borough: string }) {
  const path = place === null ? '/places/new' : `/places/${place.id}/change`
  return (
    <ActForm act={place === null ? 'record-place' : 'change-place'} page={path} draft={draft} hidden={place === null ? {} : { placeId: place.id, version: String(place.version) }} label={place === null ? 'New place' : 'Change a place'}>
      <Select name="kind" label="What kind of place" empty="Choose" options={choicesOf(PLACE_KIND_WORDS)} value={place?.kindCode} draft={draft} />
      <Field name="name" label="Name" hint="As people know it; of a service online its name" value={place?.name} draft={draft} />
      <Field name="line" label="House and street" optional value={place?.line ?? ''} draft={draft} />
      <Field name="postcode" label="Postcode" optional width={10} value={place?.postcode ?? ''} draft={draft} />
      {place === null ? <Select name="borough" label="Borough" empty="Choose a borough" options={choicesOf(BOROUGH_WORDS)} value={borough} draft={draft} /> : null}
      <Checkboxes name="as" label="On record for" values={place === null ? [] : [...(place.concern ? ['concern'] : []), ...(place.makesafe ? ['makesafe'] : [])]} draft={draft} options={[{ value: 'concern', label: 'A place of concern' }, { value: 'makesafe', label: 'Premises of Operation Makesafe' }]} />
      <Field name="ownerContact" label="Owner or manager" optional value={place?.ownerContact ?? ''} draft={draft} />
      <Field name="telephone" label="Telephone of the place" optional width={20} type="tel" value={place?.telephone ?? ''} draft={draft} />
      <DateField name="leafletOn" label="Makesafe leaflet given on" optional value={place?.leafletParts ?? undefined} draft={draft} />
      <TextArea name="known" label={place === null ? 'What is known of it, and from whom' : 'What is known beside what stands there'} hint="Read by those who read the records of this borough" optional={place !== null} rows={4} draft={draft} />
      {place === null ? null : <Checkboxes name="closed" label="No concern any more" optional draft={draft} options={[{ value: 'yes', label: 'Take this place off the list, for the reason above' }]} />}
      <Buttons><Button>{place === null ? 'Put the place on record' : 'Save the change'}</Button><LinkButton look="second" href={place === null ? '/places' : `/places/${place.id}`}>Back without recording</LinkButton></Buttons>
    </ActForm>
  )
}

/** What somebody who was chosen has to do with a place. */
export function PlaceLinkForm({ view, draft }: { readonly view: PlaceLinkView; readonly draft: FormDraft | null }) {
  const { place, person } = view
  if (person === null) return null
  if (person.masked) return <p className="none">That person is restricted: their record must be open to you before they can be linked.</p>
  return (
    <ActForm act="link-place" page={`/places/${place.id}/link?person=${person.id}`} draft={draft} hidden={{ placeId: place.id, personId: person.id }} label="Link somebody to this place">
      <p><b>{person.name}</b>, {person.age}, and <b>{place.name}</b></p>
      <Radios name="why" label="What does this person have to do with it?" layout="two" draft={draft} options={choicesOf(PLACE_WHY_WORDS)} />
      {view.episodes.length === 0 ? null : <Select name="episodeId" label="In a time away" hint="Found there, or gone from there" empty="None" optional options={view.episodes} draft={draft} />}
      <DateTimeField name="since" label="Since when" hint="Left empty: now" optional draft={draft} />
      <TextArea name="words" label="How it is known" hint="It stands on this person’s record" rows={3} draft={draft} />
      <Buttons><Button>Link them</Button><LinkButton look="second" href={`/places/${place.id}`}>Back without recording</LinkButton></Buttons>
    </ActForm>
  )
}
