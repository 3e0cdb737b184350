import Glibc

guard let floor = Floor(Array(CommandLine.arguments.dropFirst())) else {
  complain("usage: Floor [--port P] [--bytes N] [--threads T]")
  exit(2)
}
floor.run()
