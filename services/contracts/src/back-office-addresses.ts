import { deadLetterAddresses } from './dead-letter-addresses.ts'

/** Method and address of what staff does. */
export const backOfficeAddresses = {
  listStaffProducts: { method: 'get', path: '/api/v1/admin/products' },
  getStaffProduct: { method: 'get', path: '/api/v1/admin/products/{sku}' },
  createProduct: { method: 'post', path: '/api/v1/admin/products' },
  changeProduct: { method: 'put', path: '/api/v1/admin/products/{sku}' },
  setPicture: { method: 'put', path: '/api/v1/admin/products/{sku}/picture' },
  retireProduct: { method: 'put', path: '/api/v1/admin/products/{sku}/retirement' },
  resumeProduct: { method: 'delete', path: '/api/v1/admin/products/{sku}/retirement' },
  listStaffCategories: { method: 'get', path: '/api/v1/admin/categories' },
  changeStock: { method: 'post', path: '/api/v1/admin/products/{sku}/stock' },
  listChanges: { method: 'get', path: '/api/v1/admin/changes' },
  searchOrders: { method: 'get', path: '/api/v1/admin/orders' },
  getOrderRecord: { method: 'get', path: '/api/v1/admin/orders/{id}' },
  ...deadLetterAddresses,
} as const
