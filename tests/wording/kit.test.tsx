import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Hits } from '@/components/people/hits'
import { ActForm } from '@/components/ui/act-form'
import { AddAnother } from '@/components/ui/add-another'
import { Button } from '@/components/ui/button'
import { DateTimeField } from '@/components/ui/date-time-field'
import { Due } from '@/components/ui/due'
import { Field } from '@/components/ui/field'
import { Picks } from '@/components/ui/picks'
import { Table } from '@/components/ui/table'
import { begun, WhenRead } from '@/components/ui/when-read'
import type { FormDraft } from '@/components/ui/form-draft'
import type { IndexCard } from '@/lib/people/card'
import type { PersonHit } from '@/lib/people/search'
import { timeLeft } from '@/lib/wording/time-left'

const draft: FormDraft = {
  id: 'kept-1',
  values: { name: 'Tamsin <b>', 'seen-day': '31', 'child-count': '2', 'child-1-name': 'Ravi' },
  problems: [{ field: 'name', message: 'Enter the name' }, { field: 'seen', message: 'Must be a real date' }],
  refusals: [{ rule: 'absent-classification-under-13', says: 'Never absent.', clause: 'MPS policy 2016', wayForward: 'Record as missing.' }],
}

describe('a form that came back', () => {
  const html = renderToStaticMarkup(
    <ActForm act="report-missing" draft={draft} then="/missing">
      <Field name="name" label="Name" draft={draft} />
      <DateTimeField name="seen" label="Last seen" draft={draft} />
      <AddAnother list="child" what="child" draft={draft} row={(prefix) => <Field name={`${prefix}name`} label="Name" draft={draft} />} />
      <Button>Send</Button>
    </ActForm>,
  )

  it('posts to the one door with a key, the way on and its draft', () => {
    expect(html).toContain('action="/act/report-missing" method="post"')
    expect(html).toMatch(/name="key" value="[0-9a-f-]{36}"/)
    expect(html).toContain('name="then" value="/missing"')
    expect(html).toContain('name="draft" value="kept-1"')
  })

  it('keeps what was typed, escaped, and every row', () => {
    expect(html).toContain('value="Tamsin &lt;b&gt;"')
    expect(html).toContain('name="seen-day"')
    expect(html).toContain('value="31"')
    expect(html).toContain('name="child-1-name"')
    expect(html).toContain('value="Ravi"')
  })

  it('links each problem to a field that exists and describes it', () => {
    for (const [, target] of html.matchAll(/href="#(f-[a-z0-9-]+)"/g)) expect(html).toContain(`id="${target}"`)
    expect(html).toContain('aria-describedby="f-name-error" aria-invalid="true"')
    expect(html).toContain('id="f-name-error"')
  })

  it('names the refusing rule, its clause and the way forward, under one id alone', () => {
    expect(html).toContain('data-refused="absent-classification-under-13"')
    expect(html).toContain('Record as missing.')
    expect(html.match(/id="problems"/g)).toHaveLength(1)
  })

  it('presses Send on the Enter key and not Add another', () => {
    expect(html.indexOf('type="submit"')).toBeLessThan(html.indexOf('value="add-child"'))
    expect(/<button type="submit"[^>]*>/.exec(html)?.[0]).not.toContain('name="intent"')
  })
})

describe('the kit', () => {
  it('never gives a password back', () => {
    const html = renderToStaticMarkup(<Field name="password" type="password" label="Password" draft={{ values: { password: 'secret' }, problems: [], refusals: [] }} />)
    expect(html).not.toContain('secret')
  })

  it('shows a closed choice with its reason and no control', () => {
    const html = renderToStaticMarkup(<Picks name="class" label="Class" options={[{ value: 'absent', label: 'Absent', closed: 'Under 13: MPS policy 2016' }, { value: 'missing', label: 'Missing' }]} />)
    expect(html).toContain('Under 13: MPS policy 2016')
    expect(html).not.toContain('value="absent"')
    expect(html).toContain('id="f-class"')
  })

  it('tells time with its label and draws the bar without a style attribute', () => {
    const now = new Date('2026-11-22T04:17:00Z')
    const html = renderToStaticMarkup(<Due left={timeLeft({ dueAt: new Date('2026-11-22T04:55:00Z'), dayEnd: false, startsAt: new Date('2026-11-22T00:55:00Z') }, now)} note="red, 4 hours" />)
    expect(html).toContain('38 min left')
    expect(html).toContain('<time dateTime="2026-11-22T04:55:00.000Z">due 04:55 today</time>, red, 4 hours')
    expect(html).toContain('<rect width="84"')
  })

  it('keeps a table a table when its rows become cards', () => {
    const html = renderToStaticMarkup(<Table caption="Waiting" rows={['a']} rowKey={(row) => row} tone={() => 'late'} columns={[{ key: 'x', head: 'X', cell: (row) => row }]} />)
    for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'cell']) expect(html).toContain(`role="${role}"`)
    expect(html).toContain('class="late"')
  })
})

describe('the content security policy forbids style attributes', () => {
  const sources = (folder: string): string[] => readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx')).map((entry) => join(entry.parentPath, entry.name))
  it('so no page or component has one', () => {
    const files = [...sources('components'), ...sources('app')]
    expect(files.length).toBeGreaterThan(20)
    expect(files.filter((file) => /\sstyle=\{/.test(readFileSync(file, 'utf8')))).toEqual([])
  })
})

describe('a read that the page waits for only where it stands', () => {
  it('is shown as it was read, and its failure is the page’s', async () => {
    expect(await WhenRead({ of: begun(Promise.resolve(['Ada', 'Bea'])), children: (names) => names.join(', ') })).toBe('Ada, Bea')
    await expect(WhenRead({ of: begun(Promise.reject(new Error('the database went away'))), children: () => 'shown' })).rejects.toThrow('the database went away')
  })

  it('fails unheard where the page is not shown: the server goes on', async () => {
    const unheard: unknown[] = []
    const others = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', (reason) => unheard.push(reason))
    void begun(Promise.reject(new Error('nobody waits for this')))
    await new Promise((resolve) => setTimeout(resolve, 20))
    process.removeAllListeners('unhandledRejection')
    for (const other of others) process.on('unhandledRejection', other)
    expect(unheard).toEqual([])
  })
})

describe('people found', () => {
  const card: IndexCard = {
    id: 'x', masked: false, restricted: false, name: 'Wren Ashgrove', reference: 'P-2222-3333', age: '9', years: 9, homeBorough: 'camden', lookedAfter: true, responsibleAuthority: null,
    planCategory: 'neglect', lead: null, boroughs: ['camden'], flags: ['cse-risk'], personOfConcern: true, matchedTo: null, open: [],
  }
  const shown = (one: PersonHit['card']): string => renderToStaticMarkup(<Hits hits={[{ card: one, confidence: 'likely', reasons: [] }]} caption="Found" />)
  it('show the plan, that the child is looked after and that somebody of concern is linked before anybody opens the record', () => {
    for (const words of ['Child protection plan', 'Looked after', 'Person of concern linked']) expect(shown(card)).toContain(words)
    for (const words of ['Child protection plan', 'Looked after']) expect(shown({ ...card, years: 30 })).not.toContain(words)
    for (const words of ['Child protection plan', 'Looked after', 'Person of concern linked']) expect(shown({ ...card, planCategory: null, lookedAfter: false, personOfConcern: false })).not.toContain(words)
    expect(shown({ id: 'x', masked: true, name: 'Restricted person' })).not.toMatch(/plan|Looked after|concern/)
  })
})
