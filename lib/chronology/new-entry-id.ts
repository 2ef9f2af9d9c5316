import { v7 } from 'uuid'

/**
 * The id of an entry about to be written, in the order of time: random ones each land on another page of the three largest indexes there are, and on a
 * chronology that is larger than the memory each of these comes from the disk. It tells when the entry was written, as the entry itself does.
 */
export const newEntryId = (): string => v7()
