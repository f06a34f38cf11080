import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runCommand } from './run-command.ts'

const contents = (): Map<string, string> =>
  new Map(
    globSync('{components,docs/api,manifests,charts/store-operator/files}/**/*.{yaml,json}', {
      cwd: root,
    }).map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  )

/** Whether the generated files are what their sources say; they are written anew, ready to be committed. */
export async function areGeneratedFilesFresh(): Promise<boolean> {
  const before = contents()
  if (!(await runCommand('node', 'cdk8s/src/synth.ts'))) return false
  const after = contents()
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  )
  for (const file of changed) console.error(`${file} was not what its source says: commit the new one`)
  return changed.length === 0
}
