import { writeFileSync } from 'node:fs'
import { letterParts, lettersFile } from './letter-source.ts'

writeFileSync(lettersFile, letterParts())
