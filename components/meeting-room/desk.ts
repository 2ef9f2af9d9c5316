import { openKeeper, type Keeper } from './kept'
import { mergeLines, placeAfter } from './merge'

/** A field's last version as the server is known to have it. */
interface Stand {
  readonly version: number
  readonly text: string
}

/** What a field tells whoever writes in it. */
export interface Telling {
  /** 'Saved', 'Not saved yet', 'No connection …'. */
  readonly state: string
  readonly bad: boolean
  /** 'Ada Byron is writing here'. */
  readonly who: string
  /** Said once, and read out: 'Ada Byron wrote here at the same time: both stand.' */
  readonly told: string
}

export interface FieldOnPage {
  readonly item: string
  readonly field: string
  readonly area: HTMLTextAreaElement
  readonly stands: Stand
  tell(telling: Partial<Telling>): void
  /** The version that an ordinary form would be typed upon. */
  upon(version: number): void
}

export interface Changed {
  readonly item: string
  readonly field: string
  readonly version: number
  readonly base: number
  readonly text: string
  readonly by: string
  readonly mine: boolean
  readonly now: boolean
}

interface Answer {
  readonly version?: number
  readonly text?: string
  readonly beside?: string | null
  readonly says?: string
}

/** From the first key to the save; and how long until a save that got no answer is sent again. */
const SAVE_AFTER = 800
const AGAIN_AFTER = 2_500

/** One field of the minutes: saves what is typed about each second, takes in what others write, and loses nothing of either. */
class Writing {
  private base: Stand
  private sending: { readonly key: string; readonly text: string; readonly version: number } | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private composing = false
  /** The server took nothing more of this field (the item is closed, the session has ended): what is typed stays here. */
  private stuck = false
  private readonly name: string

  constructor(private readonly on: FieldOnPage, private readonly room: string, private readonly keeper: () => Keeper | null) {
    this.base = on.stands
    this.name = `${on.item}:${on.field}`
    on.area.addEventListener('input', this.typed)
    on.area.addEventListener('compositionstart', this.begin)
    on.area.addEventListener('compositionend', this.end)
  }

  close(): void {
    clearTimeout(this.timer)
    this.on.area.removeEventListener('input', this.typed)
    this.on.area.removeEventListener('compositionstart', this.begin)
    this.on.area.removeEventListener('compositionend', this.end)
  }

  get unsaved(): boolean {
    return !this.stuck && (this.sending !== null || this.on.area.value !== this.base.text)
  }

  /** Words that the server does not take any more. */
  get holds(): boolean {
    return this.stuck && this.on.area.value !== this.base.text
  }

  is(item: string, field: string): boolean {
    return this.on.item === item && this.on.field === field
  }

  /** What this browser kept when it died, or when the page was left: put together with what stands now. */
  async recall(keeper: Keeper): Promise<void> {
    const kept = await keeper.find(this.name)
    if (kept === null || kept.text === this.base.text) keeper.forget(this.name)
    else {
      // What was sent and never answered may have arrived: then it is what the rest was typed upon.
      const upon = kept.sent === this.base.text ? this.base.text : kept.stood
      const back = mergeLines(upon, this.base.text, kept.text).text
      this.show(mergeLines(this.on.stands.text, back, this.on.area.value))
      if (this.on.area.value !== this.base.text) this.on.tell({ told: 'What was typed here before the page closed is back.' })
    }
    // Typed before this script was there, or come back with the form.
    if (this.on.area.value !== this.base.text) this.typed()
  }

  /** Somebody else's save. What is typed here meanwhile stays where it is. */
  receive(change: Changed): void {
    if (!change.mine) this.on.tell({ who: change.now ? `${change.by} is writing here` : '' })
    if (change.version <= this.base.version || this.sending !== null || this.composing) return
    this.take({ version: change.version, text: change.text }, this.base.text)
    if (!change.mine && change.base < change.version - 1) this.on.tell({ told: bothStand(change.by) })
    if (this.on.area.value !== this.base.text) this.later()
    else this.on.tell({ state: `Saved by ${change.by}`, bad: false })
  }

  async save(last = false): Promise<void> {
    // What was sent and not answered has its own next try.
    if (this.stuck || (this.sending !== null && !last)) return
    clearTimeout(this.timer)
    this.timer = undefined
    if (this.sending === null) {
      if (this.on.area.value === this.base.text) return
      this.sending = { key: crypto.randomUUID(), text: this.on.area.value, version: this.base.version }
      this.keep()
    }
    await this.send(last)
  }

  private async send(last: boolean): Promise<void> {
    const sent = this.sending
    if (sent === null) return
    const body = new URLSearchParams({ item: this.on.item, field: this.on.field, base: String(sent.version), text: sent.text, key: sent.key })
    let answer: Response
    try {
      answer = await fetch(`/meetings/${this.room}/room/minute`, { method: 'POST', body, credentials: 'same-origin', keepalive: last, headers: { accept: 'application/json' } })
      if (answer.status >= 500) throw new Error(String(answer.status))
    } catch {
      this.on.tell({ state: 'No connection: kept in this browser, and sent again until it is saved', bad: true })
      // The same words under the same number: had they arrived, they are there once.
      this.timer = setTimeout(() => { void this.send(false) }, AGAIN_AFTER)
      return
    }
    const said = await answer.json().catch(() => ({})) as Answer
    if (!answer.ok || said.version === undefined || said.text === undefined) {
      // What is too long can be shortened; a closed item or an ended session takes nothing more.
      this.stuck = answer.status !== 422
      this.sending = null
      this.on.tell({ state: said.says ?? 'You are signed out: what you typed is kept for you in this browser. Sign in again to go on.', bad: true })
      return
    }
    this.sending = null
    this.take({ version: said.version, text: said.text }, sent.text)
    if (said.beside) this.on.tell({ told: bothStand(said.beside) })
    if (this.on.area.value === this.base.text) {
      this.keeper()?.forget(this.name)
      this.on.tell({ state: 'Saved', bad: false })
    } else this.later()
  }

  /** A new last version, which grew out of `upon`, as did what is in the field now. */
  private take(stands: Stand, upon: string): void {
    this.show(mergeLines(upon, stands.text, this.on.area.value))
    this.base = stands
    this.on.upon(stands.version)
    // What the page counts as typed and unsent is what the server does not have.
    this.on.area.defaultValue = stands.text
  }

  private show(merged: ReturnType<typeof mergeLines>): void {
    const { area } = this.on
    if (merged.text === area.value) return
    const places = [area.selectionStart, area.selectionEnd].map((place) => placeAfter(area.value, merged, place)) as [number, number]
    const top = area.scrollTop
    area.value = merged.text
    if (document.activeElement === area) area.setSelectionRange(...places)
    area.scrollTop = top
  }

  private readonly typed = (): void => {
    if (this.stuck) return this.keep()
    this.keep()
    this.on.tell({ state: 'Not saved yet', bad: false, told: '' })
    this.later()
  }

  private readonly begin = (): void => { this.composing = true }
  private readonly end = (): void => { this.composing = false }

  private later(): void {
    if (this.timer !== undefined || this.sending !== null) return
    this.timer = setTimeout(() => { void this.save() }, SAVE_AFTER)
  }

  private keep(): void {
    this.keeper()?.keep(this.name, { version: this.base.version, stood: this.base.text, text: this.on.area.value, sent: this.sending?.text ?? null })
  }
}

const bothStand = (by: string): string => `${by} wrote here at the same time: both stand.`

/** All the fields of a page. One for each page, made where it is first asked for. */
class Desk {
  private readonly fields = new Set<Writing>()
  private keeper: Keeper | null = null
  private opening: Promise<Keeper> | null = null

  /** Gives what ends it. */
  add(room: string, account: string, vault: string, field: FieldOnPage): () => void {
    const writing = new Writing(field, room, () => this.keeper)
    this.fields.add(writing)
    this.opening ??= openKeeper(account, vault)
    void this.opening.then(async (keeper) => {
      this.keeper = keeper
      if (this.fields.has(writing)) await writing.recall(keeper)
    })
    return () => {
      void writing.save(true)
      writing.close()
      this.fields.delete(writing)
    }
  }

  receive(changes: readonly Changed[]): void {
    for (const change of changes) for (const field of this.fields) if (field.is(change.item, change.field)) field.receive(change)
  }

  get unsaved(): boolean {
    return [...this.fields].some((field) => field.unsaved)
  }

  get holds(): boolean {
    return [...this.fields].some((field) => field.holds)
  }

  /** Before the page is left. */
  async saveAll(last = false): Promise<void> {
    await Promise.all([...this.fields].filter((field) => field.unsaved).map((field) => field.save(last)))
  }
}

export const desk = new Desk()
