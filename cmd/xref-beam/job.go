package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/runtime/graphx"
	pipepb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/pipeline_v1"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/universal/extworker"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/universal/runnerlib"
	"google.golang.org/protobuf/proto"
)

// A job file is Beam's portable pipeline (org.apache.beam.model.pipeline.v1.Pipeline, as protocol
// buffers), which any job service takes with the program that its workers run.

// writeJob writes the job that a pipeline is.
func writeJob(ctx context.Context, p *beam.Pipeline, path string) error {
	edges, _, err := p.Build()
	if err != nil {
		return err
	}
	environment, err := graphx.CreateEnvironment(ctx, jobopts.GetEnvironmentUrn(ctx), jobopts.GetEnvironmentConfig)
	if err != nil {
		return err
	}
	job, err := graphx.Marshal(edges, &graphx.Options{Environment: environment, PipelineResourceHints: jobopts.GetPipelineResourceHints()})
	if err != nil {
		return err
	}
	data, err := proto.MarshalOptions{Deterministic: true}.Marshal(job)
	if err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

// submitJob has a job service run the job of a file, by workers that are this program.
func submitJob(ctx context.Context, path, endpoint string) error {
	if endpoint == "" {
		return fmt.Errorf("--submit: --endpoint names no job service, as localhost:8099")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var job pipepb.Pipeline
	if err := proto.Unmarshal(data, &job); err != nil || len(job.GetRootTransformIds()) == 0 {
		return fmt.Errorf("%s: no job that --write-job has written", path)
	}
	worker := *jobopts.WorkerBinary
	if worker == "" {
		if worker, err = os.Executable(); err != nil {
			return err
		}
	}
	_, err = runnerlib.Execute(ctx, &job, endpoint, &runnerlib.JobOptions{
		Name: jobopts.GetJobName(), Experiments: jobopts.GetExperiments(), Worker: worker,
		RetainDocker: *jobopts.RetainDockerContainers, Parallelism: *jobopts.Parallelism,
	}, *jobopts.Async)
	return err
}

// serveWorkers starts workers for whoever asks for them, until it is interrupted.
func serveWorkers(ctx context.Context, port int) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt)
	defer stop()
	pool, err := extworker.StartLoopback(ctx, port)
	if err != nil {
		return err
	}
	<-ctx.Done()
	return pool.Stop(context.Background())
}
