const PROPERTIES = '/tmp/server.properties'
const PROGRAM = '/opt/kafka/bin/kafka-run-class.sh'
/** Any will do for a node that meets no other. */
const CLUSTER_ID = '5L6g3nShT-eMCtK--X86sw'

type Settings = Record<string, string | number | boolean>

/**
 * Starts a single broker in Kafka's public image, on whatever data is there. The image's own start writes
 * beside its programs, and formats its storage as if it had never run before.
 */
export const startBroker = (settings: Settings): string[] => [
  'bash',
  '-ec',
  `cat >${PROPERTIES} <<'END'
${propertiesOf(settings)}
END
${PROGRAM} kafka.tools.StorageTool format --ignore-formatted --cluster-id ${CLUSTER_ID} --config ${PROPERTIES}
exec ${PROGRAM} kafka.Kafka ${PROPERTIES}`,
]

/** For a small heap on few processors; it writes below /tmp only. */
export const brokerEnvironment: Record<string, string> = {
  KAFKA_HEAP_OPTS: '-Xms256m -Xmx512m',
  KAFKA_JVM_PERFORMANCE_OPTS: '-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError',
  KAFKA_LOG4J_OPTS: '-Dlog4j2.configurationFile=/opt/kafka/config/log4j2.yaml',
  LOG_DIR: '/tmp/kafka-logs',
}

const propertiesOf = (settings: Settings): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')
