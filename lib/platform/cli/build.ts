import { buildIfNeeded } from '../serve/build'

/** `npm run build`: the pages, unless they are built from these very sources. */
const built = await buildIfNeeded()
process.stderr.write(built ? 'Built.\n' : 'Already built from these sources.\n')
