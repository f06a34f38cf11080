import {
  chmodSync,
  existsSync,
  globSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../skaffold/read.ts'
import { assembleService } from './assemble-service.ts'
import { copyManifests } from './manifests.ts'
import { packagesOf } from './packages.ts'
import { workspacesOf } from './workspaces.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'aos-image-'))

function write(base: string, files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(base, path)), { recursive: true })
    writeFileSync(join(base, path), content)
  }
}

const manifest = (name: string, ...dependencies: string[]) =>
  JSON.stringify({ name, dependencies: Object.fromEntries(dependencies.map((each) => [each, '*'])) })

it('an image has the workspaces that a service needs in production, and theirs', () => {
  expect(workspacesOf('services/orders', root)).toEqual([
    'services/chassis',
    'services/contracts',
    'services/orders',
  ])
  expect(workspacesOf('services/operator', root)).toContain('cdk8s')
})

it('an image has what runs, in the layout of the checkout, the same whenever and by whomever it is built', () => {
  const [checkout, installed, image] = [folder(), folder(), folder()]
  write(checkout, {
    'package.json': JSON.stringify({ name: 'store', workspaces: ['services/*'] }),
    'services/orders/package.json': manifest('@aos/orders', '@aos/contracts', 'koa'),
    'services/orders/src/main.ts': 'export {}',
    'services/contracts/package.json': manifest('@aos/contracts'),
    'services/stock/package.json': manifest('@aos/stock'),
  })
  write(installed, {
    'services/orders/package.json': manifest('@aos/orders', '@aos/contracts', 'koa', 'nested', '@types/koa'),
    'services/contracts/package.json': manifest('@aos/contracts'),
    'node_modules/koa/package.json': manifest('koa', 'cookies'),
    'node_modules/koa/node_modules/cookies/package.json': manifest('cookies'),
    'node_modules/koa/node_modules/of-nobody/package.json': manifest('of-nobody'),
    'node_modules/vite/package.json': manifest('vite'),
    'node_modules/@types/koa/package.json': manifest('@types/koa'),
    'node_modules/koa/index.js': '',
    'node_modules/koa/index.d.ts': '',
    'node_modules/koa/index.js.map': '',
    'services/orders/node_modules/nested/package.json': manifest('nested'),
    'services/orders/node_modules/nested/index.js': '',
  })
  mkdirSync(join(installed, 'node_modules/@aos'))
  symlinkSync('../../services/contracts', join(installed, 'node_modules/@aos/contracts'))

  chmodSync(join(checkout, 'services/orders/src/main.ts'), 0o600)
  assembleService('orders', checkout, installed, image)

  const there = (path: string) => existsSync(join(image, 'store', path))
  expect(there('service/src/main.ts')).toBe(true)
  expect(there('node_modules/koa/index.js')).toBe(true)
  expect(there('services/orders/node_modules/nested/index.js')).toBe(true)
  expect(readlinkSync(join(image, 'store/node_modules/@aos/contracts'))).toBe('../../services/contracts')
  expect(there('services/stock')).toBe(false)
  expect(there('node_modules/koa/index.d.ts')).toBe(false)
  expect(there('node_modules/koa/index.js.map')).toBe(false)
  expect(there('node_modules/koa/node_modules/cookies/package.json')).toBe(true)
  expect(there('node_modules/koa/node_modules/of-nobody')).toBe(false)
  expect(there('node_modules/vite')).toBe(false)
  expect(there('node_modules/@types')).toBe(false)
  for (const path of ['', 'service', 'node_modules/koa/index.js'])
    expect(lstatSync(join(image, 'store', path)).mtime.getUTCFullYear()).toBe(1980)
  expect(lstatSync(join(image, 'store/services/orders/src/main.ts')).mode & 0o777).toBe(0o644)
})

it('a package that is missing fails the build, not the first order', () => {
  const installed = folder()
  write(installed, { 'services/orders/package.json': manifest('@aos/orders', 'koa') })
  expect(() => packagesOf(['services/orders'], installed)).toThrow('services/orders needs koa')
})

it('npm is told of no workspace and no package that only tests need', () => {
  const target = folder()
  copyManifests(root, target, ['services/orders'])
  const manifests = globSync(['**/package.json'], { cwd: target }).sort()
  expect(manifests).toEqual([
    'package.json',
    'services/chassis/package.json',
    'services/contracts/package.json',
    'services/orders/package.json',
  ])
  for (const manifest of manifests)
    expect(JSON.parse(readFileSync(join(target, manifest), 'utf8'))).not.toHaveProperty('devDependencies')
})
