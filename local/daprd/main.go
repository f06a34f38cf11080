// daprd runs the Dapr sidecar runtime with only the components that the store
// uses. Dapr's own command imports every component, and one of the modules
// behind them cannot be downloaded everywhere; this one starts the same runtime
// through Dapr's public packages and understands the same flags.
package main

import (
	"context"
	"fmt"
	"os"
	"reflect"

	nrkubernetes "github.com/dapr/components-contrib/nameresolution/kubernetes"
	"github.com/dapr/components-contrib/nameresolution/mdns"
	"github.com/dapr/components-contrib/nameresolution/sqlite"
	"github.com/dapr/components-contrib/pubsub/kafka"
	secretkubernetes "github.com/dapr/components-contrib/secretstores/kubernetes"
	secretenv "github.com/dapr/components-contrib/secretstores/local/env"
	secretfile "github.com/dapr/components-contrib/secretstores/local/file"
	postgresv1 "github.com/dapr/components-contrib/state/postgresql/v1"
	postgresv2 "github.com/dapr/components-contrib/state/postgresql/v2"
	"go.opencensus.io/stats/view"

	"github.com/dapr/dapr/cmd/daprd/options"
	"github.com/dapr/dapr/pkg/buildinfo"
	"github.com/dapr/dapr/pkg/components"
	bindingreg "github.com/dapr/dapr/pkg/components/bindings"
	configreg "github.com/dapr/dapr/pkg/components/configuration"
	conversationreg "github.com/dapr/dapr/pkg/components/conversation"
	cryptoreg "github.com/dapr/dapr/pkg/components/crypto"
	lockreg "github.com/dapr/dapr/pkg/components/lock"
	middlewarereg "github.com/dapr/dapr/pkg/components/middleware/http"
	nrreg "github.com/dapr/dapr/pkg/components/nameresolution"
	pubsubreg "github.com/dapr/dapr/pkg/components/pubsub"
	secretreg "github.com/dapr/dapr/pkg/components/secretstores"
	statereg "github.com/dapr/dapr/pkg/components/state"
	"github.com/dapr/dapr/pkg/healthz"
	"github.com/dapr/dapr/pkg/metrics"
	"github.com/dapr/dapr/pkg/modes"
	"github.com/dapr/dapr/pkg/runtime"
	"github.com/dapr/dapr/pkg/runtime/registry"
	"github.com/dapr/dapr/pkg/security"
	"github.com/dapr/kit/concurrency"
	"github.com/dapr/kit/logger"
	"github.com/dapr/kit/signals"
)

var (
	runtimeLog   = logger.NewLogger("dapr.runtime")
	componentLog = logger.NewLogger("dapr.contrib")
)

func main() {
	opts, err := options.New(os.Args[1:])
	if err != nil {
		runtimeLog.Fatal(err)
	}

	switch {
	case opts.RuntimeVersion || opts.BuildInfo:
		fmt.Println(buildinfo.Version())
		return
	case opts.WaitCommand:
		runtime.WaitUntilDaprOutboundReady(opts.DaprHTTPPort)
		return
	}

	opts.Logger.SetAppID(opts.AppID)
	if err := logger.ApplyOptionsToLoggers(&opts.Logger); err != nil {
		runtimeLog.Fatal(err)
	}
	runtimeLog.Infof("starting Dapr %s, app %q, mode %s", buildinfo.Version(), opts.AppID, opts.Mode)

	// In Kubernetes the injector's watchdogs and the API server end the process
	// with SIGTERM; a reload (SIGHUP) is left to a restart of the container.
	if err := run(signals.Context(), opts); err != nil {
		runtimeLog.Fatal(err)
	}
}

// run starts the identity provider (mTLS through Sentry when enabled) and, once
// it has an identity, the runtime; both end together.
func run(ctx context.Context, opts *options.Options) error {
	health := healthz.New()
	provider, err := security.New(ctx, security.Options{
		Mode:                    modes.DaprMode(opts.Mode),
		MTLSEnabled:             opts.EnableMTLS,
		AppID:                   opts.AppID,
		SentryAddress:           opts.SentryAddress,
		TrustAnchors:            opts.TrustAnchors,
		ControlPlaneTrustDomain: opts.ControlPlaneTrustDomain,
		ControlPlaneNamespace:   opts.ControlPlaneNamespace,
		JwtAudiences:            opts.SentryRequestJwtAudiences,
		Healthz:                 health,
	})
	if err != nil {
		return err
	}

	serve := func(ctx context.Context) error {
		identity, err := provider.Handler(ctx)
		if err != nil {
			return err
		}
		config := runtimeConfig(opts)
		config.Registry = componentRegistry()
		config.Security = identity
		config.Healthz = health
		config.Metrics = metrics.Options{
			Log:           runtimeLog,
			Enabled:       opts.Metrics.Enabled(),
			Port:          opts.Metrics.Port(),
			ListenAddress: opts.Metrics.ListenAddress(),
			Namespace:     metrics.DefaultMetricNamespace,
			Meter:         view.NewMeter(),
			Healthz:       health,
		}
		rt, err := runtime.FromConfig(ctx, config)
		if err != nil {
			return err
		}
		return rt.Run(ctx)
	}
	return concurrency.NewRunnerManager(provider.Run, serve).Run(ctx)
}

// runtimeConfig copies every option to the runtime's field of the same name and
// type, so that a new Dapr version's flags arrive without a change here; only
// the two that are named differently are copied by hand.
func runtimeConfig(opts *options.Options) *runtime.Config {
	config := &runtime.Config{
		ApplicationPort:  opts.AppPort,
		SchedulerStreams: opts.SchedulerJobStreams,
	}
	from, to := reflect.ValueOf(opts).Elem(), reflect.ValueOf(config).Elem()
	for i := range to.NumField() {
		field := to.Type().Field(i)
		source := from.FieldByName(field.Name)
		if field.IsExported() && source.IsValid() && source.Type().AssignableTo(field.Type) {
			to.Field(i).Set(source)
		}
	}
	return config
}

func componentRegistry() *registry.Options {
	pubsubs := pubsubreg.NewRegistry()
	pubsubs.Logger = componentLog
	pubsubs.RegisterComponent(kafka.NewKafka, "kafka")

	states := statereg.NewRegistry()
	states.Logger = componentLog
	// "state.postgresql" without a version still means v1, as in Dapr's own command.
	states.RegisterComponentWithVersions("postgresql", components.Versioning{
		Default:   "v1",
		Preferred: components.VersionConstructor{Version: "v2", Constructor: postgresv2.NewPostgreSQLStateStore},
		Others:    []components.VersionConstructor{{Version: "v1", Constructor: postgresv1.NewPostgreSQLStateStore}},
	})

	secrets := secretreg.NewRegistry()
	secrets.Logger = componentLog
	secrets.RegisterComponent(secretkubernetes.NewKubernetesSecretStore, "kubernetes")
	secrets.RegisterComponent(secretenv.NewEnvSecretStore, "local.env")
	secrets.RegisterComponent(secretfile.NewLocalSecretStore, "local.file")

	resolvers := nrreg.NewRegistry()
	resolvers.Logger = componentLog
	resolvers.RegisterComponent(nrkubernetes.NewResolver, "kubernetes")
	resolvers.RegisterComponent(mdns.NewResolver, "mdns")
	resolvers.RegisterComponent(sqlite.NewResolver, "sqlite")

	return registry.NewOptions().
		WithPubSubs(pubsubs).
		WithStateStores(states).
		WithSecretStores(secrets).
		WithNameResolutions(resolvers).
		// Empty, so that an unknown component is reported instead of crashing.
		WithConfigurations(configreg.NewRegistry()).
		WithBindings(bindingreg.NewRegistry()).
		WithHTTPMiddlewares(middlewarereg.NewRegistry()).
		WithLocks(lockreg.NewRegistry()).
		WithCryptoProviders(cryptoreg.NewRegistry()).
		WithConversations(conversationreg.NewRegistry())
}
