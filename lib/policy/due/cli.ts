/**
 * `npm run -s due`: one JSON object a line on standard input, one answer a line on standard output, in order, errors
 * included; exit status 0. `-- --list` prints every timescale; `-- --list --pack NAME` those of another pack.
 * Every line is answered, an empty one with an error; nothing after the last line break is no line.
 */
import { once } from 'node:events'
import { packNamed } from '../packs'
import { answerLine, listLines } from './calculator'

const USAGE = 'usage: npm run -s due [-- --list [--pack NAME]]   (questions come on standard input, one JSON object a line)\n'

async function main(args: readonly string[]): Promise<void> {
  // A reader that closes early (head) is no failure of ours, and without this line it would be a crash.
  process.stdout.on('error', () => process.exit(0))
  if (args.length === 0) return answerAll()
  const [list, packOption, name, ...rest] = args
  if (list === '--list' && packOption === undefined) return write(listLines(packNamed('mps-2016')))
  if (list === '--list' && packOption === '--pack' && name !== undefined && rest.length === 0) return write(listLines(packNamed(name)))
  process.stderr.write(USAGE)
  process.exitCode = 2
}

async function answerAll(): Promise<void> {
  process.stdin.setEncoding('utf8')
  let rest = ''
  let first = true
  for await (const chunk of process.stdin) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    if (first && lines[0] !== undefined) {
      lines[0] = lines[0].replace(/^\uFEFF/, '')
      first = false
    }
    await write(lines.map(answerLine))
  }
  if (rest !== '') await write([answerLine(first ? rest.replace(/^\uFEFF/, '') : rest)])
}

/** Writes the lines, and waits when the reader is slower than we are: otherwise a long input would fill the memory. */
async function write(lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return
  if (!process.stdout.write(`${lines.join('\n')}\n`)) await once(process.stdout, 'drain')
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
})
