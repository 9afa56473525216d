#!/usr/bin/env python3
"""Starts nginx on a port of 127.0.0.1 that is free, as a web of shorteners; prints the port.

  scripts/links-web.py DIR [--log]

bit.ly leads to ow.ly, ow.ly to www.example.com, which is a page. Also a proxy for these hosts. Its process number stands in DIR/nginx.pid, with
--log every request in DIR/requests. Whoever starts it ends it with `kill`.
"""
import os, pathlib, socket, subprocess, sys, time

directory = pathlib.Path(sys.argv[1]).resolve()
log = f"log_format short '$host $request_uri'; access_log {directory}/requests short;" if "--log" in sys.argv else "access_log off;"
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
(directory / "nginx.conf").write_text(f"""
daemon on; pid {directory}/nginx.pid; error_log {directory}/nginx.log; worker_processes 1; user {'root' if os.getuid() == 0 else 'nobody'};
events {{ worker_connections 4096; }}
http {{
    {log}
    client_body_temp_path {directory}; proxy_temp_path {directory}; fastcgi_temp_path {directory}; uwsgi_temp_path {directory}; scgi_temp_path {directory};
    keepalive_requests 1000000; server_names_hash_bucket_size 64;
    server {{ listen 127.0.0.1:{port} backlog=4096; server_name bit.ly; return 301 http://ow.ly$request_uri; }}
    server {{ listen 127.0.0.1:{port}; server_name ow.ly; return 302 http://www.example.com$request_uri; }}
    server {{ listen 127.0.0.1:{port}; server_name www.example.com; default_type text/html; return 200 "<title>there</title>"; }}
}}
""")
# Debian has it outside an ordinary user's path.
subprocess.run(["timeout", "--foreground", "10", "/usr/sbin/nginx", "-c", directory / "nginx.conf"], check=True)
for _ in range(100):
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            break
    time.sleep(0.05)
print(port)
