/** `npm run -s docs`: writes what is published from the rules themselves into docs/. A test tells when it was not run. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { classificationDocument } from '@/lib/wording/classification-table'

const folder = path.resolve('docs')
mkdirSync(folder, { recursive: true })
writeFileSync(path.join(folder, 'classification-table.md'), classificationDocument())
process.stdout.write('docs/classification-table.md\n')
