// Installs the npm packages when they are missing or older than package-lock.json. It runs before
// anything is installed and under any Node that can run npm, so it is plain JavaScript without imports.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'node_modules', '.aos-installed')
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')

const remedies = [
  [/ENOSPC/, 'The disk is full: about 1 GB is needed here. Free some space and start again.'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/,
    'The npm registry cannot be reached. Check the connection (and `npm config get registry`, proxy settings) and start again.',
  ],
  [
    /EACCES|EPERM/,
    'A file may not be written. Check who owns this folder and npm’s cache (`npm config get cache`).',
  ],
]

/** By the stamp of the last start, or because somebody has run npm since the lock file changed. */
function isInstalled() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true
  const npmDone = join(root, 'node_modules', '.package-lock.json')
  return existsSync(npmDone) && statSync(npmDone).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
}

/** npm sets npm_execpath for its scripts; a direct `node local/install.mjs` finds npm on the path. */
function startNpm(command) {
  const options = [...command, '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const stdio = ['ignore', 'inherit', 'pipe']
  return npm && /\.c?js$/.test(npm)
    ? spawn(process.execPath, [npm, ...options], { cwd: root, stdio })
    : spawn('npm', options, { cwd: root, stdio, shell: process.platform === 'win32' })
}

function run(command) {
  return new Promise((resolve, reject) => {
    let errors = ''
    const npm = startNpm(command)
    npm.stderr.on('data', (chunk) => {
      errors += chunk
    })
    npm.on('error', reject)
    npm.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(errors.trim() || `npm ${command[0]} ended with ${code}`)),
    )
  })
}

/**
 * `npm ci` installs exactly what was tested, but refuses a lock file that lacks optional packages of
 * this platform, as npm leaves them behind (npm/cli#4828); `npm install` then fills in what is missing.
 */
async function install() {
  try {
    await run(['ci'])
  } catch (error) {
    if (!/EUSAGE/.test(error.message)) throw error
    console.log('  package-lock.json does not fit this platform; installing by package.json (npm install)')
    await run(['install', '--no-save'])
  }
}

if (!isInstalled()) {
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  console.log('installing the npm packages (npm ci; 1 to 2 minutes the first time) …')
  const ticker = setInterval(() => console.log(`  still installing, ${seconds()} s`), 15_000)
  try {
    await install()
    writeFileSync(stamp, wanted)
    console.log(`npm packages installed in ${seconds()} s`)
  } catch (error) {
    console.error(error.message)
    const remedy = remedies.find(([pattern]) => pattern.test(error.message))
    console.error(
      `\n${remedy ? remedy[1] : 'The npm packages could not be installed; npm’s words are above.'}`,
    )
    process.exitCode = 1
  } finally {
    clearInterval(ticker)
  }
}
