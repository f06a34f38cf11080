#!/bin/sh
# Makes the Secrets of a store that nobody has to choose and that are not there yet: secrets.sh STORE.yaml NAMESPACE
# The operator does this itself; it is for the way without it.
set -eu
cd "$(dirname "$0")/../.."
context=${SKAFFOLD_KUBE_CONTEXT:-}

kube() { kubectl ${context:+--context "$context"} "$@"; }

kube get namespace "$2" >/dev/null 2>&1 || kube create namespace "$2"
# What is there already is refused, and so kept.
node cdk8s/src/secrets.ts "$1" --namespace "$2" | kube create -f - 2>&1 | grep -v 'AlreadyExists\|already exists' || true
