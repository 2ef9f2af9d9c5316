interface TickProps {
  readonly value: string
  readonly ticked: boolean
  /** Whom or what it chooses: read out with the box. */
  readonly about: string
  /** Of the first box: where the error summary leads. */
  readonly id?: string | undefined
}

/** The box of a row that acts on many take; on a phone, where the column's heading is gone, it says what it is for. */
export const Tick = ({ value, ticked, about, id }: TickProps) => (
  <label className="inline-flex items-center gap-2 min-h-8">
    <input type="checkbox" className="size-6 accent-brand" name="deadlineIds" value={value} defaultChecked={ticked} id={id} />
    <span className="md:sr-only">Choose<span className="sr-only"> {about}</span></span>
  </label>
)
