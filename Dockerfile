# Packages in a stage of their own: where no ready-made part can be fetched, better-sqlite3 is compiled.
FROM node:24-bookworm-slim AS packages
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm_config_nodedir=/usr/local npm install --no-save --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends chromium-headless-shell && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY . .
RUN mkdir -p /data && chown node /data
USER node
ENV MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=131072 MALLOC_TRIM_THRESHOLD_=131072
ENV EENLIJN_DATA_DIR=/data EENLIJN_BLOB_DIR=/data/blobs HOST=0.0.0.0
EXPOSE 4180
CMD ["node", "--max-semi-space-size=4", "--import", "tsx", "src/cli/main.ts", "serve"]
