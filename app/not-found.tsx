import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'

/** Said for an address that does not exist and for a record out of reach alike: to tell them apart would tell who is known. */
export default function NotFound() {
  return (
    <Shell title="Page not found" actor={null} nav={[{ href: '/', label: 'Back to work' }, { href: '/help', label: 'Help' }]}>
      <PageHead title="Page not found" lede="There is nothing at this address that you can open." />
      <div className="prose">
        <ul>
          <li>If you typed the address, check it.</li>
          <li>If somebody sent you the link, the record may be out of your reach. Ask them, or search for the person: what you may open with a reason is offered there.</li>
          <li>If a child may be in danger and you cannot find them, ring the MASH of the child's borough.</li>
        </ul>
      </div>
    </Shell>
  )
}
