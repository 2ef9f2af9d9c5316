import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { HistoryTable } from '@/components/replay/history-table'
import { StoryTable } from '@/components/replay/story-table'
import type { Actor } from '@/lib/access/actor'
import type { Role } from '@/lib/access/roles'
import { carriedHistories, playedStory } from '@/lib/replay/in-app'

const actorIn = (role: Role): Actor => ({
  accountId: 'a', name: 'A reader', email: 'reader@example.invalid', opened: [],
  memberships: [{ id: 'm', role, rank: null, agency: 'other', teamId: 't', teamName: 'Team', boroughs: [] }],
})

describe('the replay pages', () => {
  it('list what is carried, for those who may replay and nobody else', async () => {
    const histories = await carriedHistories(actorIn('auditor'))
    expect(renderToStaticMarkup(<HistoryTable histories={histories ?? []} />).match(/href="\/replay\//g)).toHaveLength(55)
    expect(await carriedHistories(actorIn('london-lead'))).not.toBeNull()
    expect(await carriedHistories(actorIn('cait-supervisor'))).toBeNull()
    expect(await playedStory(actorIn('cait-supervisor'), 'policy-strategy-same-day')).toBeNull()
  })

  it('turn no name into a file that is not in the list', async () => {
    expect(await playedStory(actorIn('auditor'), '../../../package')).toBeNull()
    expect(await playedStory(actorIn('auditor'), 'nothing-of-this-name')).toBeNull()
  })

  it('play a history in a process and a database of its own, once', async () => {
    const [story, again] = await Promise.all([playedStory(actorIn('auditor'), 'policy-strategy-same-day'), playedStory(actorIn('london-lead'), 'policy-strategy-same-day')])
    if (story === null || story === 'failed') throw new Error(`the story was not played: ${String(story)}`)
    expect(again).toBe(story)
    const page = renderToStaticMarkup(<StoryTable story={story} />)
    for (const words of ['Referral made', 'Mon 16 May 2016, 09:00', 'by the end of Mon 16 May 2016', 'Asked, and so', 'HMIC 2016']) expect(page).toContain(words)
  }, 120_000)
})
