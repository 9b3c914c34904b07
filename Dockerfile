# Builds Jalon from this checkout and leaves a small image with the one binary:
#   docker build -t jalon .
#   docker run -p 8080:8080 -v jalon-data:/data -e JALON_PUBLIC_URL=https://jalon.example.org jalon
# The first start prints the owner's one-time link: docker logs CONTAINER

FROM rust:1-bookworm AS build
WORKDIR /jalon
COPY . .
RUN cargo xtask build

# The same release of Debian as above, so that the C library fits.
FROM debian:bookworm-slim
RUN useradd --system --home-dir /data --shell /usr/sbin/nologin jalon \
    && install --directory --owner=jalon --group=jalon --mode=0700 /data
COPY --from=build /jalon/target/release/jalon /usr/local/bin/jalon
USER jalon
VOLUME /data
ENV JALON_LISTEN=0.0.0.0:8080 \
    JALON_DATA=/data
EXPOSE 8080
CMD ["jalon", "serve"]
