import { type Report, seconds } from '@aos/local/report'
import { versionIn } from '@aos/local/toolchain/find-program'
import { run } from '@aos/local/toolchain/run'
import { root } from '../skaffold/read.ts'
import type { Artifact } from '../skaffold/schema.ts'

export const docker = (...args: string[]) =>
  run('docker', args, {
    cwd: root,
    remedy: 'install Docker (https://docs.docker.com/engine/install), or let Skaffold build elsewhere',
  })

/** An image in the Docker engine; its tag follows from its content. */
export interface Built {
  name: string
  reference: string
  bytes: number
}

/** Layers have one time, and so the image: equal sources make equal images, and nothing is rolled out anew. */
const SOURCE_DATE_EPOCH = '315532800'

/** @param prefix of the image names, with the slash: a registry, or nothing. */
export async function buildImages(artifacts: Artifact[], prefix: string, report: Report): Promise<Built[]> {
  const env = await builder()
  const built: Built[] = []
  for (const artifact of artifacts) {
    const started = Date.now()
    report(artifact.image, 'building')
    const image = await build(artifact, prefix, env)
    report(artifact.image, `built in ${seconds(started)}, ${(image.bytes / 1e6).toFixed(0)} MB`)
    built.push(image)
  }
  return built
}

async function build(artifact: Artifact, prefix: string, env: Record<string, string>): Promise<Built> {
  const { image: name, docker: how } = artifact
  const latest = `${prefix}${name}:latest`
  const buildArgs = { ...how.buildArgs, SOURCE_DATE_EPOCH }
  const args = Object.entries(buildArgs).flatMap(([key, value]) => ['--build-arg', `${key}=${value}`])
  await run('docker', ['build', '--file', how.dockerfile, '--tag', latest, ...args, '.'], {
    cwd: root,
    env,
    remedy: 'install Docker',
  })
  const [id = '', size] = (await docker('image', 'inspect', '--format', '{{.Id}} {{.Size}}', latest)).split(
    ' ',
  )
  const reference = `${prefix}${name}:${id.replace('sha256:', '').slice(0, 12)}`
  await docker('tag', latest, reference)
  return { name, reference, bytes: Number(size) }
}

/** BuildKit where the client can use it: clients since 23 need the buildx plug-in for it. */
async function builder(): Promise<Record<string, string>> {
  const version = versionIn(await docker('version', '--format', '{{.Client.Version}}').catch(explain))
  const hasBuildKit = (version?.[0] ?? 0) < 23 || (await works('buildx', 'version'))
  return { DOCKER_BUILDKIT: hasBuildKit ? '1' : '0' }
}

const works = (...args: string[]) =>
  docker(...args).then(
    () => true,
    () => false,
  )

function explain(error: Error): never {
  if (error.message.includes('is missing')) throw error
  throw new Error(`The Docker engine does not answer: start it, or set DOCKER_HOST.\n${error.message}`)
}
