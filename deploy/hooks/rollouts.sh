#!/bin/sh
# Waits until all that a namespace should run is running: rollouts.sh NAMESPACE
# It is for the way without the operator, and so does what only that would do otherwise: a pod that was made while
# Dapr's injector did not answer has no sidecar and never gets one, so it makes place for one that has.
set -eu
context=${SKAFFOLD_KUBE_CONTEXT:-}
deadline=$(($(date +%s) + ${STORE_READY_SECONDS:-900}))

kube() { kubectl ${context:+--context "$context"} --namespace "$namespace" "$@"; }

names='{range .items[?(@.metadata.annotations.dapr\.io/enabled=="true")]}{.metadata.name}: {.spec.initContainers[*].name} {.spec.containers[*].name}{"\n"}{end}'

heal() {
  kube get pods -o "jsonpath=$names" | grep -v daprd | cut -d: -f1 | while read -r pod; do
    echo "$pod has no sidecar: deleting it"
    kube delete pod "$pod" --wait=false >/dev/null
  done
}

namespace=$1
for workload in $(kube get statefulsets,deployments --output name); do
  until kube rollout status "$workload" --timeout=20s >/dev/null 2>&1; do
    if [ "$(date +%s)" -ge "$deadline" ]; then
      echo "$workload is not ready. Look at: kubectl -n $namespace describe $workload; kubectl -n $namespace get pods" >&2
      exit 1
    fi
    heal
  done
  echo "$workload is ready"
done
