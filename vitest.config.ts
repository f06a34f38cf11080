import { configDefaults, defineConfig } from 'vitest/config'

const SECOND = 1000

/** Without Vite in between: Node runs what is tested as it runs the store. */
const asNodeRunsIt = { viteModuleRunner: false }

export default defineConfig({
  test: {
    // A whole store stops within this; what has not stopped by then would stay behind.
    teardownTimeout: 120 * SECOND,
    projects: [
      {
        test: {
          name: 'unit',
          experimental: asNodeRunsIt,
          include: ['{services,cdk8s,local,deploy,tests}/**/*.test.ts'],
          exclude: [...configDefaults.exclude, '**/*.{int,e2e,faults,cluster,charts}.test.ts'],
          testTimeout: 30 * SECOND,
        },
      },
      {
        test: {
          name: 'charts',
          experimental: asNodeRunsIt,
          include: ['deploy/**/*.charts.test.ts'],
          // The first test of a fresh machine may have to build Helm.
          testTimeout: 900 * SECOND,
          hookTimeout: 900 * SECOND,
        },
      },
      {
        test: {
          name: 'web',
          include: ['web/src/**/*.test.{ts,tsx}'],
          setupFiles: './web/src/shared/messages/english.setup.ts',
          testTimeout: 30 * SECOND,
        },
      },
      {
        test: {
          name: 'int',
          experimental: asNodeRunsIt,
          include: ['{services,cdk8s,local,deploy,tests}/**/*.int.test.ts'],
          globalSetup: './tests/src/harness/global-setup.ts',
          testTimeout: 120 * SECOND,
          // Who needs Kafka waits until the files before are done with it.
          hookTimeout: 1200 * SECOND,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'e2e',
          experimental: asNodeRunsIt,
          include: ['tests/**/*.e2e.test.ts'],
          globalSetup: './tests/src/e2e/store-setup.ts',
          testTimeout: 180 * SECOND,
          hookTimeout: 240 * SECOND,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'faults',
          experimental: asNodeRunsIt,
          include: ['tests/**/*.faults.test.ts'],
          globalSetup: './tests/src/e2e/store-setup.ts',
          testTimeout: 600 * SECOND,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'cluster',
          experimental: asNodeRunsIt,
          include: ['{services,cdk8s,deploy,tests}/**/*.cluster.test.ts'],
          globalSetup: './tests/src/cluster/setup.ts',
          testTimeout: 900 * SECOND,
          hookTimeout: 300 * SECOND,
          fileParallelism: false,
        },
      },
    ],
  },
})
