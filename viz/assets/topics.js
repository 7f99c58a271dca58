// What meetings speak of and agreements are about: the topics there are, their names and how often each stands.
{
  let found = new Map(); // the number of a topic's word: how many facts have it

  viewer.readTopics = (graph) => {
    found = new Map();
    for (const kind of Object.keys(graph.columns)) {
      for (const topics of graph.columns[kind].slots.topics ?? []) for (const topic of topics || []) found.set(topic, (found.get(topic) ?? 0) + 1);
    }
  };

  viewer.topics = () => [...found.keys()].sort((x, y) => found.get(y) - found.get(x) || x - y);
  viewer.topicCount = (topic) => found.get(topic) ?? 0;
  viewer.topicCode = (topic) => viewer.graph.words[topic][0];
  viewer.topicByCode = (code) => [...found.keys()].find((topic) => viewer.topicCode(topic) === code);
}
