interface Source {
  /** A Go module, as the module proxy has it. */
  module: string
  licence: string
}

/** Kubernetes' own schemas: one file with all of them. */
export const kubernetes: Source & { file: string } = {
  module: 'k8s.io/kubernetes@v1.34.4',
  licence: 'Apache-2.0',
  file: 'api/openapi-spec/swagger.json',
}

/** Kinds whose schemas come from CustomResourceDefinitions. */
export const customResources: (Source & { folder: string; files: string[] })[] = [
  {
    module: 'github.com/dapr/dapr@v1.18.3',
    licence: 'Apache-2.0',
    folder: 'charts/dapr/crds',
    files: ['components.yaml', 'configuration.yaml', 'resiliency.yaml'],
  },
  {
    module: 'github.com/cloudnative-pg/cloudnative-pg@v1.29.1',
    licence: 'Apache-2.0',
    folder: 'config/crd/bases',
    files: ['postgresql.cnpg.io_clusters.yaml'],
  },
  {
    module: 'github.com/kedacore/keda/v2@v2.21.0',
    licence: 'Apache-2.0',
    folder: 'config/crd/bases',
    files: ['keda.sh_scaledobjects.yaml', 'keda.sh_triggerauthentications.yaml'],
  },
  {
    module: 'github.com/prometheus-operator/prometheus-operator@v0.85.0',
    licence: 'Apache-2.0',
    folder: 'example/prometheus-operator-crd',
    files: ['monitoring.coreos.com_podmonitors.yaml'],
  },
  {
    module: 'sigs.k8s.io/gateway-api@v1.4.0',
    licence: 'Apache-2.0',
    folder: 'config/crd/standard',
    files: ['gateway.networking.k8s.io_httproutes.yaml'],
  },
]

/** Kinds of Kubernetes itself that a store is made of. */
export const kubernetesKinds = [
  'v1 ConfigMap',
  'v1 Namespace',
  'v1 Secret',
  'v1 Service',
  'v1 ServiceAccount',
  'apps/v1 Deployment',
  'apps/v1 StatefulSet',
  'autoscaling/v2 HorizontalPodAutoscaler',
  'batch/v1 Job',
  'networking.k8s.io/v1 Ingress',
  'networking.k8s.io/v1 NetworkPolicy',
  'policy/v1 PodDisruptionBudget',
]
