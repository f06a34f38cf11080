#!/bin/sh
# Installs the parts that a store stands on and that the cluster lacks: platform.sh dapr ingress strimzi …
# Skaffold and `npm run deploy` run it before a store is applied. What is there, whoever installed it, is left alone.
set -eu
cd "$(dirname "$0")/../.."
context=${SKAFFOLD_KUBE_CONTEXT:-}

kube() { kubectl ${context:+--context "$context"} "$@"; }
helm_() { helm ${context:+--kube-context "$context"} "$@"; }
has_kind() { kube get crd "$1" >/dev/null 2>&1; }

is_there() {
  case $1 in
    dapr) has_kind components.dapr.io ;;
    strimzi) has_kind kafkas.kafka.strimzi.io ;;
    cloudnativepg) has_kind clusters.postgresql.cnpg.io ;;
    certManager) has_kind certificates.cert-manager.io ;;
    keda) has_kind scaledobjects.keda.sh ;;
    ingress) [ -n "$(kube get ingressclasses --output name)" ] ;;
    *) echo "platform.sh: there is no part $1" >&2 && exit 2 ;;
  esac
}

# Each part is a release of its own in the namespace where it is usually looked for.
namespace_of() {
  case $1 in
    dapr) echo dapr-system ;;
    strimzi) echo strimzi-system ;;
    cloudnativepg) echo cnpg-system ;;
    certManager) echo cert-manager ;;
    keda) echo keda ;;
    ingress) echo traefik ;;
  esac
}

release_of() { case $1 in certManager) echo cert-manager ;; ingress) echo traefik ;; *) echo "$1" ;; esac; }
value_of() { case $1 in ingress) echo traefik.enabled ;; *) echo "$1.enabled" ;; esac; }

# The chart of the platform with one dependency, so that nothing is fetched but that.
chart_for() { # PART FOLDER
  cp -R charts/store-platform/. "$2"
  rm -rf "$2/charts" "$2/Chart.lock"
  awk -v wanted="condition: $(value_of "$1")" '
    /^dependencies:/ { print; listing = 1; next }
    listing && /^  - / { if (keep) printf "%s", entry; entry = ""; keep = 0 }
    listing { entry = entry $0 "\n"; if (index($0, wanted)) keep = 1; next }
    { print }
    END { if (keep) printf "%s", entry }' charts/store-platform/Chart.yaml >"$2/Chart.yaml"
}

install() { # PART
  namespace=$(namespace_of "$1")
  echo "$1: installing into namespace $namespace"
  chart=$(mktemp -d)
  chart_for "$1" "$chart"
  helm dependency update "$chart" >/dev/null || {
    echo "The chart of $1 could not be fetched: check the connection, or install $1 yourself first." >&2
    exit 1
  }
  helm_ upgrade --install "$(release_of "$1")" "$chart" --set "$(value_of "$1")=true" \
    --namespace "$namespace" --create-namespace >/dev/null
  rm -rf "$chart"
  kube --namespace "$namespace" wait --for=condition=Available deployment --all --timeout=10m
}

kube get --raw /version >/dev/null || { echo "The cluster cannot be reached: check kubectl config current-context." >&2 && exit 1; }

for part; do
  if is_there "$part"; then echo "$part: there"; else install "$part"; fi
done
