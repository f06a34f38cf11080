import { singleBrokerSettings } from '@aos/cdk8s/broker-settings'
import { brokerEnvironment, startBroker } from '@aos/cdk8s/broker-start'
import { GenericContainer, getContainerRuntimeClient, type StartedTestContainer, Wait } from 'testcontainers'
import { freePort } from './free-port.ts'
import type { Backend, Started } from './on-demand.ts'

/** The same platform for a user who has Docker: `TEST_BACKEND=containers`. */
export const containers: Backend = { postgres, kafka }

async function postgres(): Promise<Started> {
  const container = await new GenericContainer('postgres:15-bookworm')
    .withEnvironment({ POSTGRES_PASSWORD: 'postgres' })
    .withCommand(['postgres', '-c', 'fsync=off', '-c', 'max_connections=300'])
    .withExposedPorts(5432)
    // While the image initialises, it listens on a socket only.
    .withWaitStrategy(Wait.forSuccessfulCommand('pg_isready --host 127.0.0.1 --username postgres'))
    .start()
  const address = `postgres://postgres:postgres@${container.getHost()}:${container.getMappedPort(5432)}/postgres`
  return started(address, container)
}

async function kafka(): Promise<Started> {
  const { info } = await getContainerRuntimeClient()
  // A broker tells its clients where it is, so the port outside is chosen before it starts.
  const port = await freePort()
  const address = `${info.containerRuntime.host}:${port}`
  const settings = {
    ...singleBrokerSettings,
    'controller.quorum.voters': '1@127.0.0.1:9093',
    listeners: 'PLAINTEXT://:9092,CONTROLLER://127.0.0.1:9093',
    'advertised.listeners': `PLAINTEXT://${address}`,
    'log.dirs': '/tmp/kafka-data',
    'auto.create.topics.enable': false,
  }
  const container = await new GenericContainer('apache/kafka:4.4.0')
    .withEnvironment(brokerEnvironment)
    .withCommand(startBroker(settings))
    .withExposedPorts({ container: 9092, host: port })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .withStartupTimeout(120_000)
    .start()
  return started(address, container)
}

const started = (address: string, container: StartedTestContainer): Started => ({
  address,
  async crash() {
    const client = await getContainerRuntimeClient()
    await client.container.getById(container.getId()).kill({ signal: 'SIGKILL' })
    // Starts what is dead, on the data that it left, and waits until it answers.
    await container.restart()
  },
  stop: () => container.stop(),
})
