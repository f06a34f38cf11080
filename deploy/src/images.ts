import { parseArgs } from 'node:util'
import { buildImages } from './images/build.ts'
import { deliverImages } from './images/deliver.ts'
import { say } from './say.ts'
import { readSkaffold } from './skaffold/read.ts'

/** npm run images [-- --default-repo localhost:5000] [NAME…]: builds the images, and pushes them where a registry is named. */
try {
  const { values, positionals } = parseArgs({
    options: { 'default-repo': { type: 'string' } },
    allowPositionals: true,
  })
  const repo = values['default-repo']
  const { artifacts } = readSkaffold('laptop').build
  const unknown = positionals.find((name) => !artifacts.some(({ image }) => image === name))
  if (unknown)
    throw new Error(`there is no image ${unknown}: ${artifacts.map(({ image }) => image).join(', ')}`)
  const wanted = artifacts.filter(({ image }) => positionals.length === 0 || positionals.includes(image))
  const built = await buildImages(wanted, repo ? `${repo}/` : '', say)
  if (repo) await deliverImages(built, { context: '', isPushed: true }, say)
  for (const { reference } of built) console.log(reference)
} catch (error) {
  console.error(`\n${(error as Error).message}`)
  process.exitCode = 1
}
