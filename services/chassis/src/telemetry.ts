import {
  type Attributes,
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { ZipkinExporter } from '@opentelemetry/exporter-zipkin'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node'
import type { BaseConfig } from './config.ts'

/** @returns the stop, which sends the spans that still wait. */
export function startTelemetry(service: string, config: BaseConfig): () => Promise<void> {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(config.TRACE_SAMPLING) }),
    spanProcessors: config.ZIPKIN_URL
      ? [
          new BatchSpanProcessor(new ZipkinExporter({ url: config.ZIPKIN_URL }), {
            scheduledDelayMillis: 1000,
          }),
        ]
      : [],
  })
  provider.register()
  return () => provider.shutdown()
}

const tracer = trace.getTracer('aos')

const contextFrom = (traceparent: string | undefined) =>
  traceparent ? propagation.extract(context.active(), { traceparent }) : context.active()

/** The W3C `traceparent` that makes others' spans children of this one. */
export function traceparentOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext()
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`
}

export const activeTraceparent = (): string | undefined => {
  const span = trace.getActiveSpan()
  return span && traceparentOf(span)
}

export const traceIdIn = (traceparent: string | undefined): string | undefined => traceparent?.split('-')[1]

export const isSampled = (traceparent: string | undefined): boolean => traceparent?.endsWith('-01') ?? false

interface SpanOptions {
  kind: 'server' | 'client' | 'consumer' | 'producer'
  traceparent?: string | undefined
  attributes?: Attributes
}

const kinds = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
  producer: SpanKind.PRODUCER,
}

/** A span that the caller ends. */
export const startSpan = (name: string, { kind, traceparent, attributes = {} }: SpanOptions): Span =>
  tracer.startSpan(name, { kind: kinds[kind], attributes }, contextFrom(traceparent))

/** Runs the work inside a span, which ends with it and says if it failed. */
export async function inSpan<T>(
  name: string,
  options: SpanOptions,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const span = startSpan(name, options)
  try {
    return await context.with(trace.setSpan(context.active(), span), () => work(span))
  } catch (error) {
    failSpan(span, error)
    throw error
  } finally {
    span.end()
  }
}

export function failSpan(span: Span, error: unknown): void {
  span.setStatus({
    code: SpanStatusCode.ERROR,
    message: error instanceof Error ? error.message : String(error),
  })
}
