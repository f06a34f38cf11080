import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { searchPath } from './config.ts'
import { root } from './skaffold/read.ts'

/** A kubectl whose Store says these things, one after the other: generation|observed|Ready|URL and a condition. */
function clusterSaying(...answers: { state: string; words: string }[]) {
  const folder = mkdtempSync(join(tmpdir(), 'aos-ready-'))
  answers.forEach(({ state, words }, at) => {
    writeFileSync(join(folder, `state-${at}`), state)
    writeFileSync(join(folder, `words-${at}`), words)
  })
  const script = `#!/bin/sh
cd ${folder}
at=$(cat at 2>/dev/null || echo 0)
case "$*" in
  *skaffold.dev/run-id=run-1*) echo "shop awesome" ;;
  *skaffold.dev/run-id=*) ;;
  *observedGeneration*) cat state-$at; [ $at = ${answers.length - 1} ] || echo $((at + 1)) >at ;;
  *) cat words-$at ;;
esac
`
  writeFileSync(join(folder, 'kubectl'), script)
  chmodSync(join(folder, 'kubectl'), 0o755)
  return (runId: string, seconds = 60) =>
    promisify(execFile)('sh', ['deploy/hooks/ready.sh'], {
      cwd: root,
      env: { PATH: searchPath(folder), SKAFFOLD_RUN_ID: runId, STORE_READY_SECONDS: String(seconds) },
    })
}

const working = { state: '2|2|False|', words: 'Ready=False Migrating: the migrations of orders run\n' }
const ready = { state: '2|2|True|http://shop.localhost', words: 'Ready=True Works: all parts are ready\n' }

describe('waiting for a store', () => {
  it('says what it waits for, and where the shop is', async () => {
    const { stdout } = await clusterSaying({ state: '2|1|True|', words: '' }, working, ready)('run-1')
    expect(stdout).toContain('store awesome: Ready=False Migrating: the migrations of orders run')
    expect(stdout).toMatch(/store awesome is Ready after \d+ s: http:\/\/shop\.localhost/)
  })

  it('does not take an older spec’s word for it', async () => {
    const waiting = clusterSaying({ state: '2|1|True|http://shop.localhost', words: '' })('run-1', 0)
    await expect(waiting).rejects.toThrow('is not Ready after 0 s')
  })

  it('ends with the conditions, and where to look, when it takes too long', async () => {
    const error = await clusterSaying(working)('run-1', 0).catch(({ stderr }) => stderr)
    expect(error).toContain('the migrations of orders run')
    expect(error).toContain('kubectl -n shop describe store awesome')
  })

  it('fails when no store belongs to the run', async () => {
    await expect(clusterSaying(ready)('run-2')).rejects.toThrow('no Store carries the label')
  })
})
