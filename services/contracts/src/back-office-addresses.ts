import { deadLetterAddresses } from './dead-letter-addresses.ts'

/** Method and address of what staff does. */
export const backOfficeAddresses = {
  listStaffProducts: { method: 'get', path: '/api/v1/admin/products' },
  getStaffProduct: { method: 'get', path: '/api/v1/admin/products/{sku}' },
  createProduct: { method: 'post', path: '/api/v1/admin/products' },
  changeProduct: { method: 'put', path: '/api/v1/admin/products/{sku}' },
  addPicture: { method: 'post', path: '/api/v1/admin/products/{sku}/pictures' },
  removePicture: { method: 'delete', path: '/api/v1/admin/products/{sku}/pictures/{version}' },
  setFirstPicture: { method: 'put', path: '/api/v1/admin/products/{sku}/first-picture' },
  retireProduct: { method: 'put', path: '/api/v1/admin/products/{sku}/retirement' },
  resumeProduct: { method: 'delete', path: '/api/v1/admin/products/{sku}/retirement' },
  listStaffCategories: { method: 'get', path: '/api/v1/admin/categories' },
  changeStock: { method: 'post', path: '/api/v1/admin/products/{sku}/stock' },
  listChanges: { method: 'get', path: '/api/v1/admin/changes' },
  searchOrders: { method: 'get', path: '/api/v1/admin/orders' },
  getOrderRecord: { method: 'get', path: '/api/v1/admin/orders/{id}' },
  ...deadLetterAddresses,
} as const
