# docker build -t xref . && docker run --rm -v "$PWD:/work" xref report coverage
#
# The image holds the program, the certificates by which it knows pages that links
# lead to, and nothing else.
FROM --platform=$BUILDPLATFORM golang:1.26 AS build
ARG TARGETOS TARGETARCH
WORKDIR /source
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -trimpath -ldflags "-s -w" -o /image/xref ./cmd/xref \
 && mkdir -p /image/etc/ssl/certs /image/work /image/licences \
 && cp /etc/ssl/certs/ca-certificates.crt /image/etc/ssl/certs/ \
 && cp LICENSE NOTICE /image/licences/

FROM scratch
COPY --from=build /image/ /
WORKDIR /work
USER 65532:65532
ENTRYPOINT ["/xref"]
