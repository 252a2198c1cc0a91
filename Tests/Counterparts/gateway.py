"""Runs a command while a LiteLLM proxy stands before the test server, both on loopback.

    gateway.py LITELLM COMMAND ARGUMENT...

The command finds the proxy's address in SPECCHECK_TEST_GATEWAY; its key is `sk-gateway`.
"""

import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

SERVER = pathlib.Path(__file__).parents[1] / "TestServer" / "Server" / "server.py"
# a cold start reads some hundred modules
PATIENCE = 180


def model(name, upstream, base):
    return {"model_name": name, "litellm_params": {
        "model": upstream, "api_key": "no-key", "api_base": base, "max_retries": 0}}


def models(server):
    chat = "openai/gpt-6-astra"
    troubles = {"slow-down": "retry-after~seconds~3600", "broken": "status~500",
                "refuses": "refusal", "cut": "length", "breaks-off": "reset-in-body"}
    return [
        model("openai", chat, f"{server}/openai/ok/v1"),
        model("anthropic", "anthropic/claude-opus-5-5", f"{server}/anthropic/ok"),
        model("gemini", "gemini/gemini-4-argon", f"{server}/gemini/ok"),
        # under names that tell their families
        model("claude-opus-5-5", "anthropic/claude-opus-5-5", f"{server}/anthropic/ok"),
        model("gpt-6-astra", chat, f"{server}/openai/ok/v1"),
        *[model(name, chat, f"{server}/chat/{switch}/v1") for name, switch in troubles.items()],
    ]


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def wait_for(url, process):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            return urllib.request.urlopen(url, timeout=5).read()
        except OSError:
            time.sleep(0.2)
    sys.exit("the proxy does not start")


def main():
    litellm, command = pathlib.Path(sys.argv[1]).absolute(), sys.argv[2:]
    # nothing but loopback, and no list of prices from the network
    environment = {key: value for key, value in os.environ.items() if "proxy" not in key.lower()}
    environment["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
    server = subprocess.Popen([sys.executable, "-B", SERVER], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE)
    port = json.loads(server.stdout.readline())["ports"]["plain"]
    with tempfile.TemporaryDirectory() as folder:
        config = pathlib.Path(folder, "litellm.yaml")
        # JSON is YAML
        config.write_text(json.dumps({
            "model_list": models(f"http://127.0.0.1:{port}"),
            "litellm_settings": {"num_retries": 0},
            "router_settings": {"num_retries": 0, "disable_cooldowns": True},
            "general_settings": {"master_key": "sk-gateway"}}))
        proxy_port = free_port()
        with open(pathlib.Path(folder, "log"), "wb") as log:
            proxy = subprocess.Popen(
                [litellm, "--config", config, "--host", "127.0.0.1", "--port", str(proxy_port),
                 "--telemetry", "False"], env=environment, stdout=log, stderr=log, cwd=folder)
        try:
            url = f"http://127.0.0.1:{proxy_port}"
            wait_for(f"{url}/health/liveliness", proxy)
            environment["SPECCHECK_TEST_GATEWAY"] = url
            sys.exit(subprocess.run(command, env=environment).returncode)
        finally:
            proxy.terminate()
            proxy.wait()
            server.stdin.close()
            server.wait()


main()
