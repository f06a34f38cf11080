import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

/** Runs a program to its end with something to read. @returns what it printed; @throws with its last words. */
export async function runWithInput(command: string, args: string[], input: string): Promise<string> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  // Whoever ends without reading closes the pipe; its exit code says why.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  if (code !== 0) throw new Error(`${command} ended with ${code}:\n${errors || output}`)
  return output
}
