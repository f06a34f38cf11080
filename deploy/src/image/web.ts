import { assembleWeb } from './assemble-web.ts'

const [built = '', server = '', image = ''] = process.argv.slice(2)
if (!image) throw new Error('usage: web.ts BUILT SERVER IMAGE')
assembleWeb(built, server, image)
