#!/bin/sh
# Waits until the stores of this run are Ready, and says on the way what they wait for.
set -eu
context=${SKAFFOLD_KUBE_CONTEXT:-}
timeout=${STORE_READY_SECONDS:-900}

kube() { kubectl ${context:+--context "$context"} "$@"; }

state='{.metadata.generation}|{.status.observedGeneration}|{.status.conditions[?(@.type=="Ready")].status}|{.status.url}'
words='{range .status.conditions[*]}{.type}={.status} {.reason}: {.message}{"\n"}{end}'

# The first line that says something other than that all is well.
message() { kube -n "$1" get store "$2" -o "jsonpath=$words" | grep -E '^(Degraded=True|Ready=False|Progressing=True)' | head -n 1 | cut -c 1-160; }

wait_for() { # NAMESPACE NAME
  begun=$(date +%s) said=nothing
  while :; do
    IFS='|' read -r generation observed ready url <<STATE
$(kube -n "$1" get store "$2" -o "jsonpath=$state")
STATE
    if [ "$generation" = "$observed" ] && [ "$ready" = True ]; then
      echo "store $2 is Ready after $(($(date +%s) - begun)) s: $url"
      return
    fi
    now=$(message "$1" "$2" || true)
    [ "$now" = "$said" ] || echo "store $2: ${now:-waits for the operator}"
    said=$now
    if [ $(($(date +%s) - begun)) -ge "$timeout" ]; then
      echo "store $2 is not Ready after $timeout s. Its conditions:" >&2
      kube -n "$1" get store "$2" -o "jsonpath=$words" >&2
      echo "Look further with: kubectl -n $1 describe store $2; kubectl -n $1 get pods" >&2
      exit 1
    fi
    sleep 2
  done
}

stores=$(kube get stores.aos.dev --all-namespaces -l "skaffold.dev/run-id=$SKAFFOLD_RUN_ID" \
  -o 'jsonpath={range .items[*]}{.metadata.namespace} {.metadata.name}{"\n"}{end}')
[ -n "$stores" ] || { echo "no Store carries the label skaffold.dev/run-id=$SKAFFOLD_RUN_ID" >&2 && exit 1; }
while read -r namespace name; do wait_for "$namespace" "$name"; done <<STORES
$stores
STORES
