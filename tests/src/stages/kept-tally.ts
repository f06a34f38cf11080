import { readFileSync, writeFileSync } from 'node:fs'
import { artifact } from '../harness/artifacts.ts'
import { closingLine, type Tally, tallyIn } from './tally.ts'

const file = () => artifact('closing-line.txt')

/** For a run that counts on from this one. */
export const keepTally = (tally: Tally): void => writeFileSync(file(), `${closingLine(tally)}\n`)

/** What the run before counted. @throws when there was none. */
export const keptTally = (): Tally => tallyIn(readFileSync(file(), 'utf8'))
