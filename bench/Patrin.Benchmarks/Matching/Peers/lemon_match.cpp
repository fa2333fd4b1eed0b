// The same rounds in LEMON (weighted general matching, C++), to compare with. Capacities by the standard reduction: a place
// of capacity b becomes b nodes; a pair of two places that both take more than one partner passes through two extra nodes.
//   g++ -O2 -o lemon_match lemon_match.cpp && (ulimit -s unlimited; ./lemon_match FILE...)   (Debian: liblemon-dev)
#include <chrono>
#include <cstdio>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>
#include <lemon/list_graph.h>
#include <lemon/matching.h>
#include <lemon/smart_graph.h>

struct Pair { int u, v, w; };

int main(int argc, char** argv) {
  for (int a = 1; a < argc; a++) {
    std::ifstream in(argv[a]);
    std::vector<int> cap;
    std::vector<Pair> pairs;
    std::set<std::pair<int, int>> barred, locked;
    std::string line;
    while (std::getline(in, line)) {
      std::istringstream s(line);
      char kind;
      int x, y, z;
      s >> kind;
      if (kind == 'b') { s >> x >> y; cap.push_back(y); }
      else if (kind == 'e') { s >> x >> y >> z; pairs.push_back({x, y, z}); }
      else if (kind == 'x') { s >> x >> y; barred.insert({x, y}); }
      else if (kind == 'l') { s >> x >> y; locked.insert({x, y}); }
    }
    auto start = std::chrono::steady_clock::now();
    long long fixed = 0, offset = 0;
    for (auto& p : pairs) if (locked.count({p.u, p.v})) { fixed += p.w; cap[p.u]--; cap[p.v]--; }
    lemon::SmartGraph g;
    std::vector<std::vector<lemon::SmartGraph::Node>> copies(cap.size());
    for (size_t v = 0; v < cap.size(); v++) for (int i = 0; i < cap[v]; i++) copies[v].push_back(g.addNode());
    std::vector<int> weight;
    auto add = [&](lemon::SmartGraph::Node x, lemon::SmartGraph::Node y, int w) { g.addEdge(x, y); weight.push_back(w); };
    for (auto& p : pairs) {
      if (barred.count({p.u, p.v}) || locked.count({p.u, p.v}) || cap[p.u] <= 0 || cap[p.v] <= 0) continue;
      if (cap[p.u] == 1 || cap[p.v] == 1) {
        for (auto x : copies[p.u]) for (auto y : copies[p.v]) add(x, y, p.w);
        continue;
      }
      auto m = g.addNode(), n = g.addNode();
      for (auto x : copies[p.u]) add(x, m, p.w);
      add(m, n, p.w);
      for (auto y : copies[p.v]) add(n, y, p.w);
      offset += p.w;
    }
    lemon::SmartGraph::EdgeMap<long long> w(g);
    for (size_t e = 0; e < weight.size(); e++) w[g.edgeFromId(e)] = weight[e];
    lemon::MaxWeightedMatching<lemon::SmartGraph, lemon::SmartGraph::EdgeMap<long long>> solver(g, w);
    solver.run();
    double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    printf("%s objective %lld ms %.1f\n", argv[a], (long long)solver.matchingWeight() - offset + fixed, ms);
  }
}
