import { assembleService } from './assemble-service.ts'

const [service = '', checkout = '', installed = '', image = ''] = process.argv.slice(2)
if (!image) throw new Error('usage: service.ts SERVICE CHECKOUT INSTALLED IMAGE')
assembleService(service, checkout, installed, image)
