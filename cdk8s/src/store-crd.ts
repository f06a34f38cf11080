import { StoreSpec } from './store-spec.ts'
import { StoreStatus } from './store-status.ts'
import { structuralSchema } from './structural-schema.ts'

export const STORE_GROUP = 'aos.dev'
export const STORE_VERSION = 'v1alpha1'

const column = (name: string, jsonPath: string, type = 'string', priority = 0) => ({
  name,
  type,
  jsonPath,
  ...(priority > 0 && { priority }),
})

const condition = (type: string, field: string) => `.status.conditions[?(@.type=="${type}")].${field}`

/** The CustomResourceDefinition of Store, from the same schema that renders a store. */
export const storeCrd = () => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `stores.${STORE_GROUP}` },
  spec: {
    group: STORE_GROUP,
    scope: 'Namespaced',
    names: {
      plural: 'stores',
      singular: 'store',
      kind: 'Store',
      listKind: 'StoreList',
      shortNames: ['aos'],
    },
    versions: [
      {
        name: STORE_VERSION,
        served: true,
        storage: true,
        subresources: { status: {} },
        additionalPrinterColumns: [
          column('Ready', condition('Ready', 'status')),
          column('Version', '.status.version'),
          column('URL', '.status.url'),
          column('Age', '.metadata.creationTimestamp', 'date'),
          column('Reason', condition('Ready', 'reason'), 'string', 1),
          column('Message', condition('Ready', 'message'), 'string', 1),
        ],
        schema: { openAPIV3Schema: openApiSchema() },
      },
    ],
  },
})

const openApiSchema = () => ({
  description: 'An online store: its services, what they stand on, and the door for shoppers.',
  type: 'object',
  required: ['spec'],
  'x-kubernetes-validations': [
    {
      rule: 'self.metadata.name.size() <= 63',
      message: 'the name of a Store must not be longer than 63 characters',
    },
  ],
  properties: {
    apiVersion: { type: 'string' },
    kind: { type: 'string' },
    metadata: { type: 'object' },
    spec: {
      ...structuralSchema(StoreSpec),
      description: 'What the store should be.',
    },
    status: {
      ...structuralSchema(StoreStatus),
      description: 'What the store is, as its operator found it.',
    },
  },
})
