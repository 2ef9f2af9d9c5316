import { openCluster } from '@/lib/platform/postgres/cluster'

/** Opens the cluster in a folder, prints its port, and holds it until its input ends. For tests of sharing one. */
const [directory = '', whatThen] = process.argv.slice(2)
const cluster = await openCluster({ directory, password: 'secret', scratch: true })
process.stdout.write(`${cluster.port}\n`)
process.stdin.resume()
process.stdin.once('end', () => {
  void (whatThen === 'release' ? cluster.release() : Promise.resolve()).then(() => process.exit(0))
})
