import type { ReactNode } from 'react'

export type Tone = 'red' | 'amber' | 'green' | 'blue' | 'plum' | 'grey' | 'solid'

/** A few words that stand out. Only for risk and state; the words carry the meaning, the colour repeats it. */
export function Tag({ tone = 'grey', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`tag ${tone}`}>{children}</span>
}

export type RagGrade = 'red' | 'amber' | 'green' | 'blue'

const RAG_WORDS: Record<RagGrade, string> = { red: 'Red', amber: 'Amber', green: 'Green', blue: 'Blue' }

/** The MASH grade, in its word. `null` is not yet graded, which is worked as amber. */
export function Rag({ grade, after }: { readonly grade: RagGrade | null; readonly after?: string }) {
  return <Tag tone={grade ?? 'grey'}>{grade ? RAG_WORDS[grade] : 'Not graded'}{after ? `, ${after}` : ''}</Tag>
}
