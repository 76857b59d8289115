// Command compliance plans the cases of OPA's own compliance suite and writes one JSON document a line: the case, its
// data and input, what it wants, and the plan of its query. The cases come from the OPA module that go.mod pins.
//
// Usage: compliance <folder of the OPA module> <output file>
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/ir"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/test/cases"
	"github.com/open-policy-agent/opa/v1/types"
)

// planned is one line of the output.
type planned struct {
	Version   string            `json:"version"`
	Note      string            `json:"note"`
	Query     string            `json:"query"`
	Modules   []string          `json:"modules,omitempty"`
	Data      any               `json:"data,omitempty"`
	Input     any               `json:"input,omitempty"` // absent: there is no input; otherwise in the form of tagged
	Result    any               `json:"wantResult,omitempty"`
	Defined   bool              `json:"hasResult"`
	Error     string            `json:"wantError,omitempty"`
	Code      string            `json:"wantCode,omitempty"`
	Sort      bool              `json:"sortBindings,omitempty"`
	Generated bool              `json:"ignoreGeneratedVars,omitempty"`
	Strict    bool              `json:"strict,omitempty"`
	Env       map[string]string `json:"env,omitempty"`
	Failure   string            `json:"planFailure,omitempty"`
	Plan      *ir.Policy        `json:"plan,omitempty"`
}

// keeper is a target that keeps the plan instead of running it.
type keeper struct{ policy *ir.Policy }

const target = "keep-plan"

func (*keeper) IsTarget(name string) bool { return name == target }

func (k *keeper) PrepareForEval(_ context.Context, p *ir.Policy, _ ...rego.PrepareOption) (rego.TargetPluginEval, error) {
	k.policy = p
	return k, nil
}

func (*keeper) Eval(context.Context, *rego.EvalContext, ast.Value) (ast.Value, error) {
	return nil, errors.New("this target only keeps plans")
}

// tagged gives a value as JSON in which sets are {"set": [...]}, objects {"object": [[key, value], ...]} and
// everything else stands for itself.
func tagged(v ast.Value) (any, error) {
	switch v := v.(type) {
	case *ast.Array:
		out := make([]any, 0, v.Len())
		for i := range v.Len() {
			item, err := tagged(v.Elem(i).Value)
			if err != nil {
				return nil, err
			}
			out = append(out, item)
		}
		return out, nil
	case ast.Set:
		out := make([]any, 0, v.Len())
		for _, t := range v.Slice() {
			item, err := tagged(t.Value)
			if err != nil {
				return nil, err
			}
			out = append(out, item)
		}
		return map[string]any{"set": out}, nil
	case ast.Object:
		out := make([]any, 0, v.Len())
		err := v.Iter(func(key, value *ast.Term) error {
			k, err := tagged(key.Value)
			if err != nil {
				return err
			}
			x, err := tagged(value.Value)
			if err != nil {
				return err
			}
			out = append(out, []any{k, x})
			return nil
		})
		return map[string]any{"object": out}, err
	default:
		return ast.JSON(v)
	}
}

func input(c cases.TestCase) (any, error) {
	if c.InputTerm != nil {
		term, err := ast.ParseTerm(*c.InputTerm)
		if err != nil {
			return nil, err
		}
		return tagged(term.Value)
	}
	if c.Input != nil {
		value, err := ast.InterfaceToValue(*c.Input)
		if err != nil {
			return nil, err
		}
		return tagged(value)
	}
	return nil, nil
}

func plan(k *keeper, c cases.TestCase, version ast.RegoVersion) (planned, error) {
	out := planned{
		Note: c.Note, Query: c.Query, Modules: c.Modules, Sort: c.SortBindings,
		Generated: c.IgnoreGeneratedVars, Strict: c.StrictError, Env: c.Env,
	}
	if c.Data != nil {
		out.Data = *c.Data
	}
	in, err := input(c)
	if err != nil {
		return out, fmt.Errorf("%s: input: %w", c.Note, err)
	}
	if in != nil {
		out.Input = map[string]any{"value": in}
	} else if c.Input != nil || c.InputTerm != nil {
		out.Input = map[string]any{"value": nil}
	}
	if c.WantResult != nil {
		out.Defined, out.Result = true, *c.WantResult
	}
	if c.WantError != nil {
		out.Error = *c.WantError
	}
	if c.WantErrorCode != nil {
		out.Code = *c.WantErrorCode
	}
	options := []func(*rego.Rego){rego.Target(target), rego.Query(c.Query), rego.SetRegoVersion(version)}
	if c.ExperimentalKeywords {
		options = append(options,
			rego.Capabilities(ast.CapabilitiesForThisVersion(ast.CapabilitiesExperimentalKeywords(true))))
	}
	for i, module := range c.Modules {
		options = append(options, rego.Module(fmt.Sprintf("case-%d.rego", i), module))
	}
	k.policy = nil
	if _, err := rego.New(options...).PrepareForEval(context.Background()); err != nil {
		out.Failure = err.Error()
	} else {
		out.Plan = k.policy
	}
	return out, nil
}

func run(module, output string) error {
	// One case calls a function that exists only in OPA's own tests.
	ast.RegisterBuiltin(&ast.Builtin{Name: "test.sleep", Decl: types.NewFunction(types.Args(types.S), types.NewNull())})
	k := &keeper{}
	rego.RegisterPlugin(target, k)

	temporary := output + ".part"
	file, err := os.Create(temporary)
	if err != nil {
		return err
	}
	defer file.Close()
	buffer := bufio.NewWriter(file)
	lines := json.NewEncoder(buffer)
	for _, version := range []ast.RegoVersion{ast.RegoV1, ast.RegoV0} {
		name := version.String()
		set, err := cases.Load(filepath.Join(module, "v1", "test", "cases", "testdata", name))
		if err != nil {
			return err
		}
		for _, c := range set.Sorted().Cases {
			line, err := plan(k, c, version)
			if err != nil {
				return err
			}
			line.Version = name
			if err := lines.Encode(line); err != nil {
				return err
			}
		}
	}
	if err := buffer.Flush(); err != nil {
		return err
	}
	return os.Rename(temporary, output)
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: compliance <folder of the OPA module> <output file>")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
