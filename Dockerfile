# Every program of the store but the web app: docker build --build-arg SERVICE=orders .
# No `# syntax=` line and no mounts, so that every builder builds it.

FROM node:24-bookworm-slim AS checkout
WORKDIR /checkout
COPY . .
RUN node deploy/src/image/manifests.ts . /manifests services/*

# The packages of all services are installed once, whichever service is built first.
FROM node:24-bookworm-slim AS packages
WORKDIR /store
COPY --from=checkout /manifests ./
RUN npm ci --omit=dev --ignore-scripts --no-progress

# One service with what it imports, in the layout of the checkout: Node strips types only outside of
# node_modules, where npm's links to workspaces lead.
FROM packages AS service
COPY --from=checkout /checkout /checkout
ARG SERVICE
RUN node /checkout/deploy/src/image/service.ts "$SERVICE" /checkout /store /image

# Node without npm. One time for all files, so that equal content makes equal layers.
FROM node:24-bookworm-slim AS node
RUN mkdir -p /image/usr/local/bin \
 && cp /usr/local/bin/node /image/usr/local/bin/ \
 && find /image -exec touch -d @315532800 {} +

FROM debian:bookworm-slim
COPY --from=node /image/ /
COPY --from=service /image/ /
ENV NODE_ENV=production HOME=/tmp
WORKDIR /store
USER 65532:65532
ENTRYPOINT ["node"]
CMD ["service/src/main.ts"]
